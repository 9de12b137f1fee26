import { Button, type ButtonProps, Tooltip } from 'antd';

export type ActButtonProps = Omit<ButtonProps, 'disabled' | 'title'> & {
  /** Why this cannot be done now, in words (`t(`refusals.${objection(…)}`)`); null when it can. */
  readonly objection?: string | null;
  /** Where the reason shows: below, where it would hide what stands above the button. */
  readonly objectionAt?: 'top' | 'bottom';
};

/** A button that explains why it is grey. It keeps the focus, so that the reason reaches the keyboard and the screen reader. */
export function ActButton({ objection = null, objectionAt = 'top', onClick, children, ...rest }: ActButtonProps) {
  if (objection === null) {
    return (
      <Button {...rest} {...(onClick === undefined ? {} : { onClick })}>
        {children}
      </Button>
    );
  }
  return (
    <Tooltip title={objection} placement={objectionAt}>
      <Button {...rest} aria-disabled className="act-button--barred">
        {children}
      </Button>
    </Tooltip>
  );
}
