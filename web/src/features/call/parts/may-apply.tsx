import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconClock from '@tabler/icons-react/icons/IconClock';
import IconX from '@tabler/icons-react/icons/IconX';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import card from '../../../ui/card.module.css';
import { begunQuery, type Selection } from '../api/selection.ts';
import classes from './may-apply.module.css';
import { dateOf, isFrom, isOpen } from './stages.ts';

const NominateSheet = lazy(() => import('./nominate-sheet.tsx'));

const SIGNS = { yes: IconCheck, no: IconX, unclear: IconAlertCircle } as const;

/** Whether I may apply, and why; the one act that follows from it. */
export function MayApply({ id, selection }: { id: string; selection: Selection }) {
  const { t } = useTranslation();
  const [nominating, nominate] = useState(false);
  const open = isOpen('call', selection);
  return (
    <section className={`${card.card} ${classes.card}`} aria-labelledby="may-apply">
      <Answer id={id} selection={selection} open={open} />
      {open && (
        <button type="button" className={classes.quiet} onClick={() => nominate(true)} aria-haspopup="dialog">
          {t('call.nominate')}
        </button>
      )}
      {nominating && (
        <Suspense>
          <NominateSheet id={id} close={() => nominate(false)} />
        </Suspense>
      )}
    </section>
  );
}

function Answer({ id, selection, open }: { id: string; selection: Selection; open: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { mine, candidates } = selection;
  const params = { selection: id };
  if (mine.application !== null) {
    return (
      <>
        <h2 id="may-apply" data-tone="yes">
          <IconCheck size={20} stroke={2.2} aria-hidden="true" />
          {t(selection.closed ? 'call.now.over' : 'call.applied')}
        </h2>
        <p>{t(open ? 'call.appliedOpen' : 'call.appliedOver', { code: mine.application })}</p>
        <Act to="/call/$selection/mine" params={params} filled>
          {t('call.toMine')}
        </Act>
      </>
    );
  }
  if (selection.closed) {
    return (
      <>
        <h2 id="may-apply">{t('call.now.over')}</h2>
        <p>{t(candidates ? 'call.closedPosted' : 'call.next.over')}</p>
        {candidates && (
          <Act to="/notice/$selection" params={params} filled>
            {t('call.toNotice')}
          </Act>
        )}
      </>
    );
  }
  if (isFrom('screening', selection)) {
    return (
      <>
        <h2 id="may-apply">{t('call.closed')}</h2>
        <p>{t(candidates ? 'call.closedPosted' : 'call.closedWhat')}</p>
        {candidates && (
          <Act to="/notice/$selection" params={params} filled>
            {t('call.toNotice')}
          </Act>
        )}
      </>
    );
  }
  const { answer, reasons, met } = mine.eligible;
  const Icon = SIGNS[answer];
  const opens = dateOf(selection, 'call', 'start');
  return (
    <>
      <h2 id="may-apply" data-tone={answer}>
        <Icon size={20} stroke={2.2} aria-hidden="true" />
        {t(`call.may.${answer}`)}
      </h2>
      {reasons.length + met.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map(({ code, text, mend }) => (
            <li key={code} data-is={answer === 'no' ? 'against' : 'doubt'}>
              <Icon size={16} stroke={2.2} className={classes.mark} aria-hidden="true" />
              <span>
                <b>{said(reader, text)}</b> {mend && said(reader, mend)}
              </span>
            </li>
          ))}
          {met.map((text) => (
            <li key={text.en} data-is="met">
              <IconCheck size={16} stroke={2.2} className={classes.mark} aria-hidden="true" />
              <span>{said(reader, text)}</span>
            </li>
          ))}
        </ul>
      )}
      {answer === 'unclear' && <p>{t('call.unclear')}</p>}
      {answer !== 'no' && <p>{t('call.needed')}</p>}
      {answer === 'no' && <p>{t('call.others')}</p>}
      {open && answer !== 'no' && <Begin id={id} />}
      {!open && answer !== 'no' && (
        <p className={classes.when}>
          <IconClock size={17} aria-hidden="true" />
          {selection.paused
            ? t('call.paused')
            : opens === null
              ? t('call.notYet')
              : t('call.opens', { day: weekdayOf(reader, opens, now) })}
        </p>
      )}
    </>
  );
}

function Begin({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(begunQuery(id));
  const begun = data?.content !== null && data !== undefined;
  return (
    <Act to="/call/$selection/apply" params={{ selection: id }} filled>
      {t(begun ? 'call.goOn' : 'call.begin')}
    </Act>
  );
}
