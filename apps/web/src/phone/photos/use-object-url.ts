import { useEffect, useState } from 'react';

/** An address under which this page can show bytes that lie on the phone; let go when the page no longer shows them. */
export function useObjectUrl(content: Blob | null): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (content === null) return setUrl(undefined);
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return url;
}
