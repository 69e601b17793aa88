import { lazy, type ReactNode, Suspense, useState } from 'react';
import classes from './pdf-link.module.css';

const PdfSheet = lazy(() => import('./pdf-sheet.tsx'));

interface PdfLinkProps {
  /** Where the file is; a path of the API. */
  readonly href: string;
  /** What it is called, above it and when it is kept. */
  readonly name: string;
  readonly framed?: boolean;
  readonly children: ReactNode;
}

/** A PDF that opens over the page, without leaving it: whatever is being written below stays. */
export function PdfLink({ href, name, framed = false, children }: PdfLinkProps) {
  const [open, turn] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.link}
        data-framed={framed}
        aria-haspopup="dialog"
        onClick={() => turn(true)}
      >
        {children}
      </button>
      {open && (
        <Suspense>
          <PdfSheet href={href} name={name} close={() => turn(false)} />
        </Suspense>
      )}
    </>
  );
}
