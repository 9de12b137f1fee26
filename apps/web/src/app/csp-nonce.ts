/** The nonce the API wrote into this page; style elements without it are refused by the browser. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/**
 * Every style element made by a script of ours carries the nonce: antd hands it to its own, but its scroll lock forgets.
 * Markup that comes from elsewhere is not made this way and stays refused.
 */
export function nonceEveryStyle(nonce: string): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
