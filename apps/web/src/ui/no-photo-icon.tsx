/** A camera that is crossed out: where a photo would be and none is. */
export function NoPhotoIcon({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M4 10h6l2-4h8l2 4h6v16H4ZM16 13a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM4 4l24 25"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
