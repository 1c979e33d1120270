import { isInnocent, type RunSettings, type ToldSettings } from "../model/index.ts";
import { plainDrivers } from "./plain-drivers.ts";

/** The settings of a run that may stand in its report. What else is secret in them is masked like everything else. */
export function toldSettings(settings: RunSettings): ToldSettings {
  const { target, merchant, application, providers, session, limits } = settings;
  const headers = Object.entries(target.headers).filter(([name, value]) => isInnocent(value, name));
  return {
    basePath: target.basePath,
    paths: target.paths,
    headers: Object.fromEntries(headers),
    email: merchant.email,
    ...(application === undefined ? {} : { application: application.id }),
    providers: providers.map(({ name, paymentMethods }) => ({ name, paymentMethods })),
    session,
    ...plainDrivers(settings),
    cases: limits.cases,
  };
}
