import { type RefObject, useEffect, useRef } from 'react';

/** What some browsers read QR codes with by themselves; where it is missing, the phone's own camera opens the plate. */
type Detector = { readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> };
type Detecting = { readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => Detector };

export function canScan(): boolean {
  const camera = navigator.mediaDevices as MediaDevices | undefined;
  return (globalThis as Detecting).BarcodeDetector !== undefined && camera?.getUserMedia !== undefined;
}

type PlateScannerProps = {
  readonly label: string;
  /** The code of the plate that the camera sees. */
  readonly onCode: (code: string) => void;
  readonly onFault: (fault: unknown) => void;
};

/** ms between two looks. */
const pause = 250;

/** The camera's live picture, read until it shows a plate. */
export function PlateScanner({ label, onCode, onFault }: PlateScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  useScan(video, onCode, onFault);
  return (
    <div className="scanner">
      <video ref={video} autoPlay playsInline muted aria-label={label} />
      <p>{label}</p>
    </div>
  );
}

/** `…/m/p/<code>`, as plates carry it; null for any other writing. */
export function codeIn(text: string): string | null {
  return /\/m\/p\/([^/?#]+)\/?$/.exec(text.trim())?.[1] ?? null;
}

function useScan(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void, onFault: (fault: unknown) => void): void {
  const told = useRef({ onCode, onFault });
  useEffect(() => {
    told.current = { onCode, onFault };
  });
  useEffect(() => {
    const Reader = (globalThis as Detecting).BarcodeDetector;
    if (Reader === undefined) return undefined;
    const reader = new Reader({ formats: ['qr_code'] });
    const left = { now: false };
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const seen = video.current === null ? [] : await reader.detect(video.current).catch(() => []);
      const code = seen.map(({ rawValue }) => codeIn(rawValue)).find((each) => each !== null);
      if (left.now) return;
      if (code !== undefined && code !== null) told.current.onCode(code);
      timer = setTimeout(() => void look(), code === undefined ? pause : pause * 6);
    };
    const open = async () => {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      stream = opened;
      if (left.now) return stop(opened);
      if (video.current !== null) video.current.srcObject = opened;
      return look();
    };
    open().catch((fault: unknown) => told.current.onFault(fault));
    return () => {
      left.now = true;
      clearTimeout(timer);
      if (stream !== null) stop(stream);
    };
  }, [video]);
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
