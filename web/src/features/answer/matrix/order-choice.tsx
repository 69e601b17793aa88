import { useTranslation } from 'react-i18next';
import type { Order } from '../store/cells.ts';
import type { Matrix } from '../store/matrix.ts';
import { keepOrder, useMatrixState } from '../store/use-matrix.ts';
import classes from './order-choice.module.css';

const ORDERS: readonly Order[] = ['element', 'person'];

/** Which way one goes: along an element over all people, or down a person over all elements. This device remembers it. */
export function OrderChoice({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation();
  const { order } = useMatrixState(matrix);
  return (
    <fieldset className={classes.choice} aria-label={t('answer.ratings.order.which')}>
      {ORDERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={order === one}
          onClick={() => {
            keepOrder(one);
            matrix.turn(one);
          }}
        >
          {t(`answer.ratings.order.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
