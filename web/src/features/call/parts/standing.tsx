import { Button } from '@mantine/core';
import IconCertificate from '@tabler/icons-react/icons/IconCertificate';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { ownPath } from '../../../api/own-path.ts';
import { dayInWords, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { Passage } from '../../../ui/passage.tsx';
import type { Application, Selection } from '../api/selection.ts';
import { Moved } from './moved.tsx';
import { Result } from './result.tsx';
import { dateOf, isFrom, isOpen, stepsOf } from './stages.ts';
import classes from './standing.module.css';
import { Steps } from './steps.tsx';

const WithdrawSheet = lazy(() => import('./withdraw-sheet.tsx'));
const ObjectSheet = lazy(() => import('./object-sheet.tsx'));

interface StandingProps {
  readonly id: string;
  readonly selection: Selection;
  readonly application: Application;
}

/** Where an application is, what comes next, and what can be done about it as things stand. */
export function Standing({ id, selection, application }: StandingProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const [sheet, open] = useState<'withdraw' | 'object'>();
  const { code, progress, evidence, profile, outline, hoursPerMonth, submittedAt } = application;
  const params = { selection: id };
  const editable = isOpen('call', selection);
  const out = progress?.screening?.eligible === false;
  const mayObject =
    out && progress?.objection === null && (isOpen('screening', selection) || isOpen('reviewers', selection));
  const closes = dateOf(selection, 'call', 'end');
  const reviewed = dateOf(selection, 'review', 'start');
  const offered = progress?.offer === 'open' && !selection.closed;
  return (
    <div className={classes.page}>
      <p className={classes.quiet}>{`${said(reader, selection.title)} · ${t('call.number', { code })}`}</p>
      <h1>{t(`call.now.${standsAt(selection, application)}`)}</h1>
      <p className={classes.sentence}>{t(`call.next.${standsAt(selection, application)}`)}</p>
      {selection.paused && !selection.closed && <p className={classes.sentence}>{t('call.paused')}</p>}
      <div className={classes.acts}>
        {offered && (
          <Act to="/desk" filled>
            {t('call.answerOffer')}
          </Act>
        )}
        {editable && (
          <Act to="/call/$selection/apply" params={params} filled>
            {closes === null ? t('call.edit') : t('call.editUntil', { day: weekdayOf(reader, closes, now) })}
          </Act>
        )}
        {mayObject && (
          <Button onClick={() => open('object')} aria-haspopup="dialog">
            {t('call.objectScreening')}
          </Button>
        )}
        {selection.stage === 'notice' && !selection.closed && (
          <Act to="/notice/$selection" params={params} filled={!offered}>
            {t('call.toNotice')}
          </Act>
        )}
        {progress?.appointment?.document && (
          <a
            className={classes.link}
            href={ownPath(`/api/documents/${progress.appointment.document}`)}
            target="_blank"
            rel="noreferrer"
          >
            <IconCertificate size={18} aria-hidden="true" />
            {t('call.certificate')}
          </a>
        )}
        {progress?.result && (
          <Button variant="default" onClick={() => window.print()}>
            {t('call.print')}
          </Button>
        )}
        {!selection.closed && !isFrom('notice', selection) && (
          <button type="button" className={classes.link} onClick={() => open('withdraw')} aria-haspopup="dialog">
            {t('call.withdraw')}
          </button>
        )}
      </div>
      {mayObject && reviewed !== null && (
        <p className={classes.quiet}>{t('call.objectUntil', { day: weekdayOf(reader, reviewed, now) })}</p>
      )}
      {isOpen('notice', selection) && selection.until !== null && (
        <p className={classes.quiet}>
          {t(selection.clockStopped ? 'call.noticeStopped' : 'call.noticeUntil', {
            day: weekdayOf(reader, selection.until, now),
          })}
          {t('call.space')}
          <Moved selection={selection} />
        </p>
      )}
      {progress?.result && <Result selection={selection} result={progress.result} />}
      {progress?.appointment && (
        <p>
          {t('call.term', {
            from: dayInWords(reader, progress.appointment.from),
            until: dayInWords(reader, progress.appointment.until),
          })}
        </p>
      )}
      <section aria-labelledby="stands" className={classes.section}>
        <h2 id="stands">{t('call.stands')}</h2>
        <Steps steps={stepsOf(t, reader, selection, now, progress?.agreement === 'asked')} />
        {progress && (
          <dl className={classes.facts}>
            {submittedAt !== null && <Fact name={t('call.sent')} says={weekdayOf(reader, submittedAt, now)} />}
            <Fact
              name={t('call.manager')}
              says={[
                t(`call.agreement.${progress.agreement}`),
                ...(progress.agreement === 'asked' ? [t(`call.ifSilent.${selection.agreement.silence}`)] : []),
              ].join(t('call.space'))}
            />
            {progress.screening && (
              <Fact
                name={t('call.step.screening')}
                says={[
                  t(progress.screening.eligible ? 'call.eligible' : 'call.ineligible'),
                  ...(progress.screening.eligible
                    ? []
                    : progress.screening.reasons.map((reason) => t(`call.because.${reason}`))),
                ].join(' ')}
              />
            )}
            {progress.objection && (
              <Fact name={t('call.objection')} says={t(`call.objectionIs.${progress.objection}`)} />
            )}
          </dl>
        )}
      </section>
      <section aria-labelledby="wrote" className={classes.section}>
        <h2 id="wrote">{t('call.wrote')}</h2>
        <p className={classes.quiet}>
          {[
            ...application.topics.map((topic) => {
              const known = selection.topics.find((one) => one.id === topic);
              return known ? said(reader, known.label) : topic;
            }),
            t('call.hours', { count: hoursPerMonth }),
          ].join(' · ')}
        </p>
        {profile && <Passage level={3} title={t('call.profile')} text={profile} />}
        {outline && <Passage level={3} title={t('call.outline')} text={outline} />}
        {evidence.length > 0 && (
          <ul className={classes.files}>
            {evidence.map((file) => (
              <li key={file.id}>
                <a href={ownPath(`/api/files/${file.id}`)} download={file.name}>
                  <IconFileText size={18} aria-hidden="true" />
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {sheet === 'withdraw' && (
        <Suspense>
          <WithdrawSheet
            id={id}
            editable={editable}
            asked={progress?.agreement === 'asked'}
            close={() => open(undefined)}
          />
        </Suspense>
      )}
      {sheet === 'object' && (
        <Suspense>
          <ObjectSheet id={id} against="screening" candidates={[]} close={() => open(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

function Fact({ name, says }: { name: string; says: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{says}</dd>
    </div>
  );
}

/** In one word where an application is: what came of it, or else the stage that it is in. */
function standsAt({ stage, closed }: Selection, { progress }: Application): string {
  if (progress?.appointment) return 'appointed';
  if (closed && !progress?.result) return 'over';
  if (progress?.offer === 'open' && !closed) return 'offered';
  if (progress?.offer === 'declined') return 'declined';
  if (progress?.result?.standing === 'reserve' && closed) return 'reserve-over';
  if (progress?.result) return progress.result.standing;
  if (progress?.screening?.eligible === false) return progress.objection === 'open' ? 'objected' : 'ineligible';
  return stage === 'measures' || stage === 'publicity' || stage === 'closed' ? 'over' : stage;
}
