type Environment = Readonly<Record<string, string | undefined>>;

const programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"];
const terms = /^(xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)/;

/** Whether the terminal is one that takes links (OSC 8); nothing asks it, as few would answer. */
export function knowsLinks(env: Environment): boolean {
  const forced = env["FORCE_HYPERLINK"] ?? "";
  if (forced !== "") return forced !== "0";
  if ((env["CI"] ?? "") !== "") return false;
  // GNOME's and its like since 0.50, KDE's since 21.04.
  const isNewEnough =
    Number(env["VTE_VERSION"] ?? 0) >= 5000 || Number(env["KONSOLE_VERSION"] ?? 0) >= 210_400;
  const isNamed = programs.includes(env["TERM_PROGRAM"] ?? "") || terms.test(env["TERM"] ?? "");
  return isNewEnough || isNamed || (env["WT_SESSION"] ?? "") !== "";
}
