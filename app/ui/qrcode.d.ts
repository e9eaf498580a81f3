/** What this product uses of the package, which brings no types of its own. */
declare module "qrcode" {
  const QRCode: {
    create(text: string, options: { errorCorrectionLevel: "L" | "M" | "Q" | "H" }): { modules: { size: number; get(row: number, column: number): number } };
  };
  export default QRCode;
}
