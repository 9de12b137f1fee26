import { LineIcon } from './line-icon.tsx';

/** A camera that is crossed out: where a photo would be and none is. */
export function NoPhotoIcon({ size }: { readonly size: number }) {
  return <LineIcon size={size} path="M4 10h6l2-4h8l2 4h6v16H4ZM16 13a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM4 4l24 25" />;
}
