import { type RefObject, useEffect, useRef, useState } from 'react';

import { Button } from '../ui/button.tsx';
import { type TakenPhoto, preparePhoto } from './prepare-photo.ts';
import './photos.css';

/** Whether this browser lets a page look through the camera at all; over plain HTTP it does not. */
export function hasViewfinder(): boolean {
  return (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia !== undefined;
}

type ViewfinderProps = {
  /** The address of the photo that the new one should match. */
  readonly ghost: string;
  readonly words: { readonly shoot: string; readonly share: string };
  readonly onPhoto: (photo: TakenPhoto) => void;
  /** Must keep its identity between renders. */
  readonly onFault: (fault: unknown) => void;
};

/** The camera's live picture under the photo before: the same place is found by moving until both lie on each other. */
export function Viewfinder({ ghost, words, onPhoto, onFault }: ViewfinderProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [share, setShare] = useState(40);
  useCamera(video, onFault);
  const shoot = () => {
    if (video.current !== null) void stillOf(video.current).then(preparePhoto).then(onPhoto, onFault);
  };
  return (
    <div className="shot">
      <div className="shot__frame">
        <video ref={video} autoPlay playsInline muted />
        <img className="shot__ghost" src={ghost} alt="" style={{ opacity: share / 100 }} />
      </div>
      <label className="shot__share">
        <span>{words.share}</span>
        <input type="range" min="0" max="100" value={share} onChange={(event) => setShare(Number(event.target.value))} />
      </label>
      <Button onPress={shoot}>{words.shoot}</Button>
    </div>
  );
}

/** The camera at the back, for as long as the picture is shown. */
function useCamera(video: RefObject<HTMLVideoElement | null>, onFault: (fault: unknown) => void): void {
  useEffect(() => {
    let stream: MediaStream | null = null;
    let left = false;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const show = (opened: MediaStream) => {
      stream = opened;
      if (left) stop();
      else if (video.current !== null) video.current.srcObject = opened;
    };
    const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } };
    navigator.mediaDevices.getUserMedia({ video: wanted }).then(show, onFault);
    return () => {
      left = true;
      stop();
    };
  }, [video, onFault]);
}

function stillOf(video: HTMLVideoElement): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the camera shows nothing yet')) : resolve(new File([blob], 'still.jpg'))),
      'image/jpeg',
      0.95,
    );
  });
}
