import { useEffect, useState } from 'react';

/** An address under which this page can show bytes that lie on the phone; let go when the page no longer shows them. */
export function useObjectUrl(content: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return url;
}
