import * as contract from '@changming/contract/access/ways';
import { type SsoFailure, ssoFailures } from '@changming/domain/access';

import { call } from '../../../api/call.ts';
import { useAsk } from '../../../phone/use-ask.ts';
import { useAccessWords } from './words.ts';

const ask = (signal: AbortSignal) => call(contract.readSignInWays, { signal });

/** 统一身份登录, where the house has it; and what came of it, when the browser is back without a session. */
export function SsoWay() {
  const t = useAccessWords();
  const asked = useAsk(ask);
  const failure = failureIn(location.search);
  const sso = asked.state === 'ready' ? asked.answer.sso : null;
  return (
    <>
      {failure !== null && (
        <p className="refused" role="alert">
          {t(`ssoFailed.${failure}`)}
        </p>
      )}
      {sso !== null && (
        <a className="button button--plain" href={`/api/v1/session/sso?${new URLSearchParams({ from: location.pathname }).toString()}`}>
          {sso.label}
        </a>
      )}
    </>
  );
}

function failureIn(search: string): SsoFailure | null {
  const said = new URLSearchParams(search).get('sso');
  return ssoFailures.find((each) => each === said) ?? null;
}
