import {
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  type MantineColorsTuple,
  Radio,
  rem,
} from '@mantine/core';

/** One colour for all acts; its shades are the two of the tokens, whatever Mantine asks for. */
const accent = Array.from({ length: 10 }, () => 'var(--accent)') as unknown as MantineColorsTuple;

const CHOICE = { styles: { body: { alignItems: 'center', minHeight: 'var(--target)' } } } as const;

/** Mantine by the tokens: its components look like the rest, in light and dark alike. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'accent',
  colors: { accent },
  defaultRadius: rem(9),
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: rem(12), sm: rem(14.5), md: rem(15), lg: rem(17), xl: rem(19) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  components: {
    Button: Button.extend({
      vars: () => ({
        root: { '--button-height': 'var(--control)', '--button-padding-x': rem(16), '--button-fz': rem(14.5) },
      }),
    }),
    Input: Input.extend({
      vars: () => ({ wrapper: { '--input-height': 'var(--control)', '--input-fz': rem(15) } }),
    }),
    // What is asked, and the mark of what is needed, are seen whole beside a field that has the focus.
    InputWrapper: Input.Wrapper.extend({ styles: { label: { marginBottom: rem(6) } } }),
    // A finger finds them, and the words beside them belong to the target.
    Radio: Radio.extend({ vars: () => ({ root: { '--radio-icon-color': 'var(--on-accent)' } }), defaultProps: CHOICE }),
    Checkbox: Checkbox.extend({
      vars: () => ({ root: { '--checkbox-icon-color': 'var(--on-accent)' } }),
      defaultProps: CHOICE,
    }),
  },
  variantColorResolver: ({ variant }) => {
    const edge = (colour: string) => `${rem(1)} solid ${colour}`;
    if (variant === 'filled') {
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-2)',
        color: 'var(--on-accent)',
        border: edge('transparent'),
      };
    }
    if (variant === 'default') {
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: 'var(--ink)',
        border: edge('var(--line-2)'),
      };
    }
    return { background: 'transparent', hover: 'var(--sunken)', color: 'var(--ink-2)', border: edge('transparent') };
  },
});

const SCHEME = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-2)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
};

/** Greys that its styles name without asking the theme: frames of fields, grounds of boxes. */
const GREYS = {
  '--mantine-color-gray-4': 'var(--edge)',
  '--mantine-color-dark-4': 'var(--edge)',
  '--mantine-color-gray-5': 'var(--ink-3)',
  '--mantine-color-dark-3': 'var(--ink-3)',
  '--mantine-color-dark-6': 'var(--surface)',
  '--mantine-color-dark-5': 'var(--sunken)',
};

export const variables: CSSVariablesResolver = () => ({ variables: GREYS, light: SCHEME, dark: SCHEME });
