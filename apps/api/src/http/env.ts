import type { Identified, Sso } from '@changming/application/access';
import type { Caller, House, Refusal } from '@changming/application/context';
import type { Files } from '@changming/application/files';
import type { Language } from '@changming/phrases';
import type { Logger } from 'pino';

/** What every handler finds on the request. */
export type ApiEnv = {
  Variables: {
    caller: Caller;
    /** What was sent as JSON, before it is parsed. */
    bodyText: string | undefined;
    house: House;
    files: Files;
    log: Logger;
    language: Language;
    /** The session that the caller's cookie stands for; null for tokens and strangers. */
    sessionId: string | null;
    /** How a route that is not public refuses a stranger. */
    unknownAs: Refusal['code'];
    mustChangePassword: boolean;
    mustEnrolTotp: boolean;
    /** How the session was opened; null for tokens and strangers. */
    way: Identified['way'];
    /** 统一身份; null when the house has none. */
    sso: Sso | null;
    ip: string | null;
    /** `PUBLIC_URL`: where people reach the product; null when nobody said. */
    publicUrl: string | null;
    secure: boolean;
  };
};
