import type { Caller, House } from '@changming/application/context';
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
    mustChangePassword: boolean;
    ip: string | null;
    secure: boolean;
  };
};
