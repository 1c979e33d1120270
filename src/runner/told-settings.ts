import { isInnocent, type RunSettings, type ToldSettings } from "../model/index.ts";

/** The settings of a run that may stand in its report. What else is secret in them is masked like everything else. */
export function toldSettings({
  target,
  merchant,
  application,
  providers,
  session,
  limits,
}: RunSettings): ToldSettings {
  const headers = Object.entries(target.headers).filter(([name, value]) => isInnocent(value, name));
  return {
    basePath: target.basePath,
    paths: target.paths,
    headers: Object.fromEntries(headers),
    email: merchant.email,
    ...(application === undefined ? {} : { application: application.id }),
    providers: providers.map(({ name, paymentMethods }) => ({ name, paymentMethods })),
    session,
    cases: limits.cases,
  };
}
