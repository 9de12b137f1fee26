import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database every test file copies; its login may create databases. */
    templateUrl: string;
  }
}

export const templateName = 'changming_template';
/** The role that owns nothing and that the code under test steps down to. */
export const runtimeRole = `cm_${templateName}_runtime`;

/** `url` of another database on the same server. */
export function urlOf(database: string, templateUrl: string = inject('templateUrl')): string {
  return Object.assign(new URL(templateUrl), { pathname: `/${database}` }).href;
}
