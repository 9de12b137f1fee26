import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Toast = { readonly id: number; readonly words: string };

const Say = createContext<(words: string) => void>(() => undefined);

/** A short word at the top that goes away by itself: `useToast()('已提交')`. Never the only place of anything that matters. */
export function useToast(): (words: string) => void {
  return useContext(Say);
}

const shownFor = 3500;

export function Toasts({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const say = useCallback((words: string) => {
    const toast = { id: performance.now(), words };
    setToasts((before) => [...before, toast]);
    setTimeout(() => setToasts((before) => before.filter((one) => one !== toast)), shownFor);
  }, []);
  return (
    <Say.Provider value={say}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, words }) => (
          <p key={id}>{words}</p>
        ))}
      </div>
    </Say.Provider>
  );
}
