type LineIconProps = { readonly size: number; readonly path: string | undefined; readonly stroke?: number };

/** A drawing of lines on a field of 32, in the colour of the words around it. */
export function LineIcon({ size, path, stroke = 2 }: LineIconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={stroke} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
