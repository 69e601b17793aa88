import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

/** A page inside the shell: its title is that of the tab, and what has the focus when one comes. */
export function Page({ title, children, reading = false }: { title: string; children: ReactNode; reading?: boolean }) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · Rostrum`;
  }, [title]);
  useEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <main ref={main} id="main" tabIndex={-1} className={classes.page} data-reading={reading}>
      {children}
    </main>
  );
}
