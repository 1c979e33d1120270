/** A certificate, a key or a run that is not what it has to be. The message never holds a piece of a key. */
export class CertificateError extends Error {
  override readonly name = "CertificateError";
  readonly code: "certificate-broken" | "key-unusable";
  readonly hint: string;

  constructor(code: CertificateError["code"], message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
  }
}
