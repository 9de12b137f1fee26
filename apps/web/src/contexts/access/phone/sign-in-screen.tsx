import { useState } from 'react';

import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { LampScene } from '../../../ui/lamp.tsx';
import { Languages } from './languages.tsx';
import { PasswordForm } from './password-form.tsx';
import { PinForm } from './pin-form.tsx';
import { sharedPhone } from './shared-phone.ts';
import { SsoWay } from './sso-way.tsx';
import { useAccessWords } from './words.ts';

type SignInScreenProps = {
  /** The session ended while something was being done; that page is still there behind this one. */
  readonly again: boolean;
  readonly onDone: () => void;
};

/** The address stays what it was: after signing in, the page that was asked for appears. A shared phone asks for the PIN. */
export function SignInScreen({ again, onDone }: SignInScreenProps) {
  const t = useShellWords();
  const shared = sharedPhone();
  const [byPin, setByPin] = useState(shared !== null);
  return (
    <main className="entrance">
      <div className="entrance__scene">
        <LampScene />
        <p>{t('product.name')}</p>
      </div>
      <div className="entrance__sheet">
        <h1>{again ? t('signIn.again') : t('signIn.title')}</h1>
        {again && <p className="entrance__lead">{t('signIn.againLead')}</p>}
        {!again && shared !== null && <p className="entrance__lead">{`${shared.unit} · ${shared.name}`}</p>}
        {byPin ? <PinForm onDone={onDone} /> : <PasswordForm onDone={onDone} />}
        {shared !== null && <OtherWay byPin={byPin} onChange={setByPin} />}
        <SsoWay />
        <p className="entrance__help">{t('signIn.help')}</p>
        <Languages />
      </div>
    </main>
  );
}

function OtherWay({ byPin, onChange }: { readonly byPin: boolean; readonly onChange: (byPin: boolean) => void }) {
  const t = useAccessWords();
  return (
    <Button look="plain" onPress={() => onChange(!byPin)}>
      {t(byPin ? 'byPassword' : 'byPin')}
    </Button>
  );
}
