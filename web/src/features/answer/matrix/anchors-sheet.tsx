import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Sitting } from '../api/task.ts';
import type { Element } from '../store/layout.ts';
import classes from './sheets.module.css';

interface SheetProps {
  readonly element: Pick<Element, 'label' | 'anchors'>;
  readonly sitting: Pick<Sitting, 'guide'>;
  readonly close: () => void;
}

/** What each level of an element means, in full, and the scale by which one rates. */
export default function AnchorsSheet({ element, sitting, close }: SheetProps) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <Sheet title={said(reader, element.label)} close={close}>
      {element.anchors.length === 0 ? (
        <p>{t('answer.ratings.noAnchors')}</p>
      ) : (
        <dl className={classes.anchors}>
          {[...element.anchors].reverse().map(({ score, text }) => (
            <div key={score}>
              <dt>{score}</dt>
              <dd>{said(reader, text)}</dd>
            </div>
          ))}
        </dl>
      )}
      {sitting.guide.map(({ title, text, version }) => (
        <section key={`${title.en} ${version}`}>
          <h3>{t('answer.ratings.guide', { title: said(reader, title), version })}</h3>
          <p className={classes.text}>{said(reader, text)}</p>
        </section>
      ))}
    </Sheet>
  );
}
