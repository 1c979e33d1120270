import { suites } from "../../suites/index.ts";
import { objectionsTo } from "../certificate/objections.ts";
import { quote } from "../library/invocation.ts";
import { edition, tool } from "../library/tool.ts";
import type { RunEvent } from "../model/index.ts";
import { reportOf } from "../report/index.ts";

/** Says how a run is certified, if it earns that. Nobody needs a certificate of the bundled reference server. */
export function certificateOffer(events: readonly RunEvent[], folder: string): string {
  const report = reportOf(events);
  const requirements = suites.flatMap((suite) => suite.requirements);
  const objections = objectionsTo(
    { events, report, concluded: report.outcome },
    { name: edition, requirements },
    new Date(),
  );
  if (report.target.bundled === true || objections.length > 0) return "";
  return `To certify this run: npx ${tool.name} certify ${quote(folder)}\n`;
}
