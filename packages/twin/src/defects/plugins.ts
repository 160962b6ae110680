import { type Defect, hide, rowsOf, swap } from './defect.ts';

export const pluginsDisabled: Defect = {
  story: 'Somebody disabled a step of dual-write’s runtime plug-in.',
  set: (state, broken) =>
    swap(
      rowsOf(state, 'sdkmessageprocessingsteps', { name: 'DualWriteRuntime.Plugins: Update' }),
      'statecode',
      { right: 0, wrong: 1 },
      broken,
    ),
};

export const pluginsMissing: Defect = {
  story: 'The registration plug-ins of dual-write aren’t there.',
  set: (state, broken) =>
    hide(rowsOf(state, 'plugintypes'), 'assemblyname', 'DualWriteRegistration.Plugins', broken),
};
