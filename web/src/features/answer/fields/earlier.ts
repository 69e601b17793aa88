import { createContext } from 'react';

/** Opens what one has scored before beside what is asked now; undefined: nothing opens it here. */
export const OpenEarlier = createContext<((task: string) => void) | undefined>(undefined);
