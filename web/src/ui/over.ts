import { createContext, useContext } from 'react';

/** What stands over every page, and is opened from many. */
export type Over = 'own' | 'find' | 'keys';

/** Opens what stands over the page; who puts it there is not known here. */
export const OverContext = createContext<(over: Over) => void>(() => undefined);

export function useOver(): (over: Over) => void {
  return useContext(OverContext);
}
