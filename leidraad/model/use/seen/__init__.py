"""What is made of an edition → remembered by what was read of it, for each edition of which the same is read.

An edition is read through `Reader.edition` and `Reader.version`: they note what they were asked, and give a name, a
number, an address, a word or a date as a mark, which is filled in where the text is written. So a text that reads
nothing but those is made once for all editions. What a text could treat otherwise than another is given as it is.
"""
