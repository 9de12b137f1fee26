import { create } from 'qrcode';

type QrCodeProps = {
  readonly text: string;
  /** px */
  readonly size: number;
  /** What scanning it leads to, for those who cannot see it. */
  readonly label: string;
};

const quiet = 4;

/** A QR code drawn as one path, so that it prints sharp at any size. */
export function QrCode({ text, size, label }: QrCodeProps) {
  const { data, size: modules } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const path = [...data].flatMap((dark, at) =>
    dark === 0 ? [] : `M${(at % modules) + quiet} ${Math.floor(at / modules) + quiet}h1v1h-1z`,
  );
  const whole = modules + quiet * 2;
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${whole} ${whole}`} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${whole}v${whole}H0z`} />
      <path fill="#000" d={path.join('')} />
    </svg>
  );
}
