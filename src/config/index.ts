export type { Configuration } from "./configuration.ts";
export { ConfigurationError, type ConfigurationErrorCode, type Problem } from "./configuration-error.ts";
export { type Environment, splitList } from "./environment-layer.ts";
export type { Flags } from "./flag-layer.ts";
export { type Entry, type Layer, layerOf } from "./layer.ts";
export {
  type Earlier,
  type SettingsSources,
  configurationFileName,
  findFile,
  loadSettings,
} from "./load-settings.ts";
