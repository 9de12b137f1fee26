/** px of the longer side; a plate that fills a tenth of the picture is still legible. */
const longest = 1600;

/** The pixels of a file, upright; null when the browser cannot read it as a picture. */
export async function pixelsOfFile(file: File): Promise<ImageData | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return null;
  const pixels = drawn(picture, picture.width, picture.height);
  picture.close();
  return pixels;
}

/** The pixels that a camera shows now; null before it shows any. */
export function pixelsOfVideo(video: HTMLVideoElement): ImageData | null {
  return video.videoWidth === 0 ? null : drawn(video, video.videoWidth, video.videoHeight);
}

function drawn(source: CanvasImageSource, width: number, height: number): ImageData | null {
  const share = Math.min(1, longest / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * share));
  canvas.height = Math.max(1, Math.round(height * share));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return pen?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}
