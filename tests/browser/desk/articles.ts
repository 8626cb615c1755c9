/** An article with something of most kinds: its title again, a slug, an advert three times, a random token, a paragraph said twice. */
export const HARBOUR = `Harbour board of Merrow buys two electric pilot boats
Harbour board of Merrow buys two electric pilot boats

harbour-board-of-merrow-buys-two-electric-pilot-boats

The harbour board of Merrow has ordered two electric pilot boats from a yard in Quaymouth for 5.4 million crowns, chair Ada Torvald said on Tuesday. The boats are to replace the diesel launches Tern and Gannet, which entered service in 1984.

Trade crypto at ZorbEx – use code MERROW20 for 20% off fees!

Each boat carries batteries for four hours at twelve knots and can be charged between two tides at the new pier. The board expects to save 140,000 litres of diesel a year, according to its engineer Ruben Castellane.

x9Kq27ZtPw4vBn8sLr3dGm6yHc1jTf5aUe0oQi7Xk

Trade crypto at ZorbEx – use code MERROW20 for 20% off fees!

Pilots tested a boat of the same kind in Lindholm in March. "She turns like a dinghy and stops like a tram," said the senior pilot, Mika Aaltonen, who has brought ships into Merrow for thirty years.

Batteries in each boat last four hours at twelve knots and can be charged between two tides at the new pier. The board expects to save 140,000 litres of diesel each year, according to its engineer, Ruben Castellane.

Trade crypto at ZorbEx – use code MERROW20 for 20% off fees!

The first boat is due in April 2026.
`;

export const ADVERT = 'Trade crypto at ZorbEx – use code MERROW20 for 20% off fees!';
