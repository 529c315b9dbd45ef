// How Webex sets up the renderer of cards: its sizes in pixels, and its colours, light and dark.

const LIGHT = {
  text: ['#171B1F', '#535759'],
  accent: ['#007EA8', '#00A0D1'],
  good: ['#1B8728', '#24AB31'],
  warning: ['#D93829', '#FF5C4A'],
  attention: ['#C74F0E', '#F26B1D'],
  grounds: {
    default: '#FFFFFF', emphasis: '#F2F4F5', accent: '#E6F9FC', good: '#E8FAE9', warning: '#FFE1D9', attention: '#FCF4E1',
  },
};

const DARK = {
  text: ['#FFFFFF', '#E6E8E8'],
  accent: ['#1DC4F2', '#00A0D1'],
  good: ['#44CF50', '#7FEB86'],
  warning: ['#FF5C4A', '#FF5C4A'],
  attention: ['#FF5C4A', '#FF5C4A'],
  grounds: {
    default: '#24282B', emphasis: '#535759', accent: '#124052', good: '#17451E', warning: '#632926', attention: '#543511',
  },
};

const colour = ([usual, subtle]) => ({ default: usual, subtle });

export function hostConfig(theme) {
  const { text, accent, good, warning, attention, grounds } = theme === 'dark' ? DARK : LIGHT;
  const foregroundColors = {
    default: colour(text), accent: colour(accent), good: colour(good), warning: colour(warning), attention: colour(attention),
  };
  return {
    supportsInteractivity: true,
    fontFamily: 'CiscoSans, Arial, "Liberation Sans", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 4, default: 12, medium: 12, large: 12, extraLarge: 16, padding: 12 },
    separator: { lineThickness: 1, lineColor: '#EEEEEE' },
    containerStyles: Object.fromEntries(
      Object.entries(grounds).map(([style, backgroundColor]) => [style, { backgroundColor, foregroundColors }])),
    actions: {
      maxActions: 5,
      buttonSpacing: 8,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'Inline', inlineTopMargin: 8, style: 'emphasis' },
    },
    factSet: { title: { weight: 'Bolder', wrap: true }, value: { wrap: true }, spacing: 10 },
  };
}
