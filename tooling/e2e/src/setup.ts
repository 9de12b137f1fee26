import { join } from 'node:path';

import { givenIdentityProvider } from '@changming/application/testing/identity-provider';
import type { TestProject } from 'vitest/node';

import { type Account, startProduct, startProductIn } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    productUrl: string;
    /** The sources as its programs have compiled them. */
    compiled: string;
    accounts: readonly Account[];
    /** Where the identity provider of the tests is, which the product sends people to. */
    ssoIssuer: string;
  }
}

/**
 * One running product for all browser tests: they make what they need and do not depend on each other. Whoever runs many checks has its
 * house made beside the others and names it here.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const provider = await givenIdentityProvider();
  const { issuer, client } = provider;
  const sso = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_STAFF_NO_CLAIM: 'employee_no' };
  const env = { ...sso, OIDC_LABEL: '集团统一身份登录' };
  const made = process.env['CM_DEMO_HOUSE'];
  const product = made === undefined ? await startProduct(env) : await startProductIn(made, env);
  provider.serve(product.url);
  project.provide('productUrl', product.url);
  project.provide('compiled', join(product.dataDir, 'compiled'));
  project.provide('accounts', product.accounts);
  project.provide('ssoIssuer', issuer);
  return async () => {
    await product.stop();
    await provider.stop();
  };
}
