/** The nonce the API wrote into this page; style elements without it are refused by the browser. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
