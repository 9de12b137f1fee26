import { LiveScan } from '../../../phone/scan/live-scan.tsx';
import { pageIn } from '../../../phone/scan/plate-code.ts';

type PlateScannerProps = {
  readonly label: string;
  /** The code of the plate that the camera sees; told again as long as it is in sight. */
  readonly onCode: (code: string) => void;
  /** The camera did not open, or there is no reader. */
  readonly onFault: (fault: unknown) => void;
};

/** The camera's live picture, read until it shows a plate. */
export function PlateScanner({ label, onCode, onFault }: PlateScannerProps) {
  const onText = (text: string) => {
    const [, code] = /^\/m\/p\/([^/?#]+)\/?$/.exec(pageIn(text) ?? '') ?? [];
    if (code !== undefined) onCode(code);
  };
  return (
    <>
      <p className="stack__lead">{label}</p>
      <LiveScan label={label} onCode={onText} onFault={onFault} />
    </>
  );
}
