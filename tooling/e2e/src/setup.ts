import type { TestProject } from 'vitest/node';

import { type Account, startProduct } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    productUrl: string;
    accounts: readonly Account[];
  }
}

/** One running product for all browser tests: they make what they need and do not depend on each other. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('productUrl', product.url);
  project.provide('accounts', product.accounts);
  return product.stop;
}
