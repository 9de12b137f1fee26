import { type RefObject, useEffect, useRef } from 'react';

import { pixelsOfVideo } from './pixels.ts';
import { readCode } from './read-code.ts';
import './scan.css';

type LiveScanProps = {
  readonly label: string;
  /** What a code in sight says; told again as long as it is in sight. */
  readonly onCode: (text: string) => void;
  /** The camera did not open, or there is no reader. */
  readonly onFault: (fault: unknown) => void;
};

/** ms between two looks. */
const pause = 200;

/** The camera's live picture, read until it shows a code. */
export function LiveScan({ label, onCode, onFault }: LiveScanProps) {
  const video = useRef<HTMLVideoElement>(null);
  useScan(video, { onCode, onFault });
  return (
    <div className="live-scan">
      <video ref={video} autoPlay playsInline muted aria-label={label} />
      <span className="live-scan__frame" aria-hidden="true" />
    </div>
  );
}

function useScan(video: RefObject<HTMLVideoElement | null>, acts: Pick<LiveScanProps, 'onCode' | 'onFault'>): void {
  const told = useRef(acts);
  useEffect(() => {
    told.current = acts;
  });
  useEffect(() => {
    const page = { left: false };
    const opened = openCamera();
    const run = async () => {
      const stream = await opened;
      if (page.left || video.current === null) return;
      video.current.srcObject = stream;
      while (!page.left) {
        const text = await look(video.current);
        if (text !== null && !page.left) told.current.onCode(text);
        await new Promise((resume) => setTimeout(resume, pause));
      }
    };
    run().catch((fault: unknown) => told.current.onFault(fault));
    return () => {
      page.left = true;
      void opened.then(stop, () => null);
    };
  }, [video]);
}

async function look(video: HTMLVideoElement): Promise<string | null> {
  const pixels = pixelsOfVideo(video);
  return pixels === null ? null : readCode(pixels);
}

async function openCamera(): Promise<MediaStream> {
  const wanted = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } };
  return navigator.mediaDevices.getUserMedia({ video: wanted });
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
