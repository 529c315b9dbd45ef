// Cards for the tests.

export const CALL = {
  type: 'AdaptiveCard',
  version: '1.3',
  body: [
    {
      type: 'Container',
      style: 'good',
      bleed: true,
      items: [{
        type: 'ColumnSet',
        columns: [
          { type: 'Column', width: 'stretch', items: [{ type: 'TextBlock', text: 'Talking to **Zoë**', wrap: true, color: 'Good' }] },
          { type: 'Column', width: 'auto', items: [{ type: 'TextBlock', text: 'since 9:41', size: 'Small' }] },
        ],
      }],
    },
    { type: 'FactSet', facts: [{ title: 'Line', value: 'Support' }] },
    { type: 'ActionSet', actions: [
      { type: 'Action.Submit', title: 'Hold', data: { command: '/hold' } },
      { type: 'Action.Submit', title: 'Hang up', style: 'destructive', data: { command: '/hangup' } },
    ] },
  ],
  actions: [
    { type: 'Action.ShowCard', title: 'Transfer', card: {
      type: 'AdaptiveCard',
      body: [{
        type: 'Input.Text', id: 'to', label: 'Where to', isRequired: true, maxLength: 12, regex: '^[0-9]+$', errorMessage: 'Digits, please.',
      }],
      actions: [
        { type: 'Action.Submit', title: 'Send over', data: { command: '/transfer' } },
        { type: 'Action.Submit', title: 'To voicemail', associatedInputs: 'none', data: { command: '/divert voicemail' } },
      ],
    } },
    { type: 'Action.ShowCard', title: 'Keys', card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Keys go here' }] } },
  ],
};

export const FORM = {
  type: 'AdaptiveCard',
  version: '1.3',
  body: [
    { type: 'Input.Text', id: 'note', label: 'Note', isMultiline: true, value: 'hello' },
    { type: 'Input.Number', id: 'count', label: 'Count', min: 1, max: 9, isRequired: true, errorMessage: 'One to nine.' },
    { type: 'Input.Date', id: 'day', label: 'Day', value: '2026-03-01' },
    { type: 'Input.Time', id: 'hour', label: 'Hour', value: '09:30' },
    { type: 'Input.Toggle', id: 'loud', title: 'Loud', valueOn: 'yes', valueOff: 'no' },
    { type: 'Input.ChoiceSet', id: 'colour', label: 'Colour', value: 'r', choices: [{ title: 'Red', value: 'r' }, { title: 'Blue', value: 'b' }] },
    { type: 'Input.ChoiceSet', id: 'days', label: 'Days', isMultiSelect: true, value: 'mo,tu', choices: [
      { title: 'Monday', value: 'mo' }, { title: 'Tuesday', value: 'tu' }, { title: 'Friday', value: 'fr' }] },
    { type: 'Input.ChoiceSet', id: 'size', label: 'Size', style: 'expanded', isRequired: true, errorMessage: 'Choose a size.', choices: [
      { title: 'Small', value: 's' }, { title: 'Big', value: 'l' }] },
  ],
  actions: [{ type: 'Action.Submit', title: 'Go', data: { command: '/go' } }],
};

const button = title => ({ type: 'Action.Submit', title });

export const WRONG = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'Table', columns: [] },
    { type: 'Media', sources: [] },
    { type: 'Carousel', pages: [] },
    { type: 'Input.Text', id: 'twice', label: 'First' },
    { type: 'Input.Text', id: 'twice', label: 'Second' },
    { type: 'TextBlock', text: 'still drawn' },
    { type: 'Image', url: 'https://example.com/logo.png', altText: 'Our logo' },
    { type: 'ActionSet', actions: ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(button) },
  ],
  actions: [
    { type: 'Action.ToggleVisibility', title: 'More', targetElements: [] },
    { type: 'Action.Execute', title: 'Run' },
    { type: 'Action.OpenUrl', title: 'Trap', url: 'javascript:alert(1)' },
  ],
};
