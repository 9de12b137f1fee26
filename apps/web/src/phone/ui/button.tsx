import type { ReactNode } from 'react';

type ButtonProps = {
  readonly children: ReactNode;
  readonly look?: 'main' | 'plain' | 'alert';
  /** Under way: greyed after the first tap, so that nothing is sent twice. */
  readonly busy?: boolean;
  /** Why it cannot be pressed now; shown below it. */
  readonly objection?: string | null;
  /** Without one it submits the form around it. */
  readonly onPress?: () => void;
};

/** As high as a gloved thumb needs (52 px). */
export function Button({ children, look = 'main', busy = false, objection = null, onPress }: ButtonProps) {
  return (
    <>
      <button
        type={onPress === undefined ? 'submit' : 'button'}
        className={`button button--${look}`}
        disabled={busy || objection !== null}
        aria-busy={busy}
        onClick={onPress}
      >
        {busy && <span className="button__wait" aria-hidden="true" />}
        {children}
      </button>
      {objection !== null && <p className="button__objection">{objection}</p>}
    </>
  );
}
