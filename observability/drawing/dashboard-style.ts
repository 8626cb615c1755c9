/** Style of the dashboard's page besides that of reports: the grid of Grafana, one panel in a line on a telephone, and looks of lines. */
export const DASHBOARD_STYLE = `
:root{--line-1:#2562b5;--line-2:#b35900;--line-3:#2a7d46;--line-4:#a3338a;--line-5:#c23030;--line-6:#0b7280;--line-7:#7a5a1e;--line-8:#57606a;--card:#fff}
@media(prefers-color-scheme:dark){:root{--line-1:#6ea8f0;--line-2:#f0a050;--line-3:#58b97a;--line-4:#e58ad0;--line-5:#ef7a72;--line-6:#4fc3d0;--line-7:#cfae6a;--line-8:#a0aab4;--card:#1a1e23}}
header,main{max-width:104rem}
h2{margin-top:2rem}
.panels{display:grid;grid-template-columns:repeat(24,minmax(0,1fr));gap:.75rem}
.panel{grid-column:span 8;background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:.6rem .75rem .7rem;min-width:0;display:flex;flex-direction:column}
.panel.stat{grid-column:span 4}
.panel.stat .says{margin:.4rem 0 0}
.panel h3{font-size:.95rem;margin:0}
.says{font-size:.8125rem;color:var(--soft);margin:0 0 .35rem;line-height:1.35}
.value{font-size:2rem;line-height:1.15;font-weight:600;font-variant-numeric:tabular-nums;margin:.1rem 0}
.panel svg{width:100%;height:auto}
.none{margin:auto 0;padding:1.25rem .5rem;text-align:center;color:var(--soft);background:var(--head);border-radius:4px;font-size:.875rem}
.zero{font-size:.8125rem;color:var(--soft);margin:.35rem 0 0;line-height:1.35}
.key{width:100%;font-size:.8125rem}
.key th,.key td{padding:.12rem .35rem;background:none;border-bottom:1px solid var(--rule);white-space:nowrap}
.key th{color:var(--soft);font-weight:400}
.key td:first-child{min-width:0;white-space:normal;width:100%}
.key svg{display:inline-block;width:28px;height:10px;margin-inline-end:.5em;vertical-align:middle}
.panel details{margin-top:auto;padding-top:.4rem}
.panel summary{font-size:.75rem}
.panel code{display:block;font:.75rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere;margin-top:.3rem;color:var(--soft)}
.line.look-1{stroke:var(--line-1)}.fill.look-1{fill:var(--line-1)}
.line.look-2{stroke:var(--line-2);stroke-dasharray:7 3}.fill.look-2{fill:var(--line-2)}
.line.look-3{stroke:var(--line-3);stroke-dasharray:2 2}.fill.look-3{fill:var(--line-3)}
.line.look-4{stroke:var(--line-4);stroke-dasharray:9 3 2 3}.fill.look-4{fill:var(--line-4)}
.line.look-5{stroke:var(--line-5);stroke-dasharray:12 2}.fill.look-5{fill:var(--line-5)}
.line.look-6{stroke:var(--line-6);stroke-dasharray:4 2 1 2 1 2}.fill.look-6{fill:var(--line-6)}
.line.look-7{stroke:var(--line-7);stroke-dasharray:4 4}.fill.look-7{fill:var(--line-7)}
.line.look-8{stroke:var(--line-8);stroke-dasharray:1 3}.fill.look-8{fill:var(--line-8)}
.alerts td{white-space:nowrap}
@media(max-width:72rem){.panel{grid-column:span 12}.panel.stat{grid-column:span 8}}
@media(max-width:44rem){.panel{grid-column:span 24}.panel.stat{grid-column:span 12}.value{font-size:1.6rem}.alerts table{font-size:.75rem}.alerts th,.alerts td{padding:.25rem .35rem}}
@media print{.panel{break-inside:avoid}}
`;
