import IconX from '@tabler/icons-react/icons/IconX';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly close: () => void;
  /** Where it comes from; in the middle unless it says so. */
  readonly side?: boolean;
  /** As large as the screen has room: for what is looked at. */
  readonly large?: boolean;
  readonly children: ReactNode;
}

/** A sheet over the page, which waits below it. Esc, the cross and a press beside it close it; the browser keeps the focus inside. */
export function Sheet({ title, close, side = false, large = false, children }: SheetProps) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, as browsers have it
    <dialog
      ref={dialog}
      className={classes.sheet}
      data-side={side}
      data-large={large}
      aria-labelledby={id}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={classes.inside}>
        <div className={classes.head}>
          <h2 id={id}>{title}</h2>
          <button type="button" onClick={close} aria-label={t('app.close')}>
            <IconX size={20} stroke={1.8} aria-hidden="true" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
