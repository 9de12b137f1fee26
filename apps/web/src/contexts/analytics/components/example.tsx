import { CopyButton } from '../../../ui/copy-button.tsx';

/** A call that can be copied and run, once `$TOKEN` holds a token. */
export function Example({ address }: { readonly address: string }) {
  const call = `curl -H "Authorization: Bearer $TOKEN" "${globalThis.location.origin}${address}"`;
  return (
    <div className="dataset-sheet__example">
      <pre>{call}</pre>
      <CopyButton text={call} />
    </div>
  );
}
