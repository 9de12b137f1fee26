/** The look of the documentation: paper and ink of the desk, readable on a phone and on paper. */
export const style = `
:root { color: #1c2422; background: #f7f5f0; font: 15px/1.6 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 20px 80px; }
h1 { font-size: 26px; } h2 { margin-top: 36px; font-size: 20px; } h3 { margin-top: 28px; font-size: 17px; }
p { max-width: 76ch; }
a { color: #1c5852; } nav { display: flex; flex-wrap: wrap; gap: 4px 14px; }
code, pre { font: 13px/1.5 ui-monospace, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
pre { margin: 6px 0; padding: 10px 12px; background: #16211f; color: #f4f1ea; border-radius: 6px; white-space: pre-wrap; }
figure { margin: 12px 0; } figcaption { color: #566260; }
table { width: 100%; border-collapse: collapse; background: #fff; }
caption { text-align: left; color: #566260; padding: 6px 0; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid #e2ded5; }
th { background: #efede7; white-space: nowrap; }
section { overflow-x: auto; }
@media print { :root { background: #fff; } nav { display: none; } }
`;
