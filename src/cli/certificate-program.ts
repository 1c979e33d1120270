import type { Command } from "commander";
import { mostDays } from "../certificate/validity.ts";
import type { CertifyFlags } from "./certify.command.ts";
import type { Context } from "./context.ts";
import { whole } from "./flags.ts";
import { declareAccess } from "./run-options.ts";
import type { VerifyFlags } from "./verify.command.ts";

type Ended = (exitCode: number) => void;

/** The commands for certificates. */
export function addCertificates(program: Command, context: Context, ended: Ended): void {
  addKeygen(program, context, ended);
  addCertify(program, context, ended);
  addVerify(program, context, ended);
}

function addKeygen(program: Command, context: Context, ended: Ended): void {
  program
    .command("keygen")
    .summary("make a key that signs certificates")
    .description("Makes an Ed25519 key: <name>.key signs certificates, <name>.pub verifies them.")
    .argument("[name]", "of the two files", "kadosei-certificate")
    .action(async (name: string) => {
      const { keygenCommand } = await import("./keygen.command.ts");
      ended(keygenCommand(name, context));
    });
}

function addCertify(program: Command, context: Context, ended: Ended): void {
  program
    .command("certify")
    .summary("sign what a conformant run has shown")
    .description("Writes certificate.json into the folder of a conformant run: what it judged, signed.")
    .argument("<run>", "its folder, or its journal")
    .option("--key <file>", "that `keygen` made; or KADOSEI_SIGNING_KEY, its text")
    .option("--operator <name>", "who runs the target")
    .option("--target-version <text>", "of the software that answered")
    .option("--days <number>", "valid for so long, from the end of the run", whole(1, mostDays), 90)
    .option("--out <file>", "instead of certificate.json beside the journal")
    .addHelpText("after", "\nExit: 0 certified, 1 the run earns no certificate, 2 wrong usage.")
    .action(async (run: string, flags: CertifyFlags) => {
      const { certifyCommand } = await import("./certify.command.ts");
      ended(certifyCommand(run, flags, context));
    });
}

function addVerify(program: Command, context: Context, ended: Ended): void {
  const verify = program
    .command("verify")
    .summary("tell whether a certificate is valid, and what it shows")
    .description("Says whether a certificate is valid, and what it shows. Asks nobody, but for --recheck.")
    .argument("<certificate>", "a certificate.json")
    .option("--key <key>", "the signer's fingerprint, or a file with the public key")
    .option("--journal <run>", "the run that it was made from, to be compared")
    .option("--json", "as JSON")
    .option("--recheck <url>", "judge some of its requirements again at this target")
    .option("--sample <number>", "how many, drawn at random", whole(1, 10_000), 10);
  declareAccess(verify.optionsGroup("To judge again:"))
    .addHelpText(
      "after",
      "\nExit: 0 valid, 1 not valid or worse when judged again, 2 wrong usage,\n3 could not be judged again.",
    )
    .action(async (certificate: string, flags: VerifyFlags) => {
      const { verifyCommand } = await import("./verify.command.ts");
      ended(await verifyCommand(certificate, flags, context));
    });
}
